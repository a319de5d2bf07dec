import { useEffect, useRef, useState, type FormEvent } from 'react'
import {
  startAuthentication,
  startRegistration,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/browser'
import { paths } from '#app/paths.ts'

/** `fresh`: the person must prove anew who she is before she makes one. */
type Failure = 'device' | 'fresh'

/**
 * Lets a device answer before a form is sent: the form is held back, the device is asked to make a passkey or to sign in
 * with one, and the form goes off with its answer.
 */
export function usePasskey(what: 'make' | 'use') {
  const form = useRef<HTMLFormElement>(null)
  const [answer, setAnswer] = useState('')
  const [failed, setFailed] = useState<Failure>()
  useEffect(() => {
    if (answer) form.current?.submit()
  }, [answer])

  const ask = (event: FormEvent) => {
    event.preventDefault()
    setFailed(undefined)
    void (what === 'make' ? makePasskey() : answerWithPasskey()).then(
      (given) => (given ? setAnswer(JSON.stringify(given)) : setFailed('fresh')),
      () => setFailed('device'),
    )
  }
  return { form, answer, failed, ask }
}

async function makePasskey() {
  const optionsJSON = await optionsFrom<PublicKeyCredentialCreationOptionsJSON>(paths.staffPasskeys())
  return optionsJSON && startRegistration({ optionsJSON })
}

async function answerWithPasskey() {
  const optionsJSON = await optionsFrom<PublicKeyCredentialRequestOptionsJSON>(paths.staffPasskeySignIn())
  return optionsJSON && startAuthentication({ optionsJSON })
}

/** What the device is asked; undefined where the server asks the person something first. */
async function optionsFrom<Options>(path: string): Promise<Options | undefined> {
  const response = await fetch(path, { redirect: 'manual', headers: { Accept: 'application/json' } })
  return response.ok ? ((await response.json()) as Options) : undefined
}
