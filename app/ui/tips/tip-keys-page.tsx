import { useTranslation } from 'react-i18next'
import { ErrorSummary } from '../error-summary.tsx'
import { Notice } from '../notice.tsx'
import { Panel } from '../staff/panel.tsx'
import type { KeysReply } from './keys-reply.ts'
import { TipDeskNav } from './tip-desk-nav.tsx'
import { TipHolders, type ShownHolder } from './tip-holders.tsx'
import { ChangePassphraseForm, PassphraseForm, RecoveryForm, SharesForm, TipsKeyForm } from './tip-key-forms.tsx'

type KeysPage = {
  title: string
  own: string
  /** Whether tips are unlocked in this session. */
  open: boolean
  taken: boolean
  holders: ShownHolder[]
  officers: { id: string; name: string }[]
  recoveryKey: { id: string; since: string | null }
  tipsKey: { since: string | null; rotationIsDue: boolean }
  done: string | undefined
}

/** Who can open tips, and the keys they do it with. */
export function TipKeysPage({ reply, ...page }: KeysPage & { reply: KeysReply | undefined }) {
  const { t } = useTranslation()
  const { title, own, open, taken, holders, recoveryKey, tipsKey, done } = page
  const me = holders.find(({ id }) => id === own)
  const standing = !me ? 'none' : !me.granted ? 'waits' : open ? 'open' : 'locked'
  const labels = Object.fromEntries(
    ['passphrase', 'again', 'current', 'next', 'nextAgain', 'share1', 'share2'].map((name) => [
      name,
      t(`tips:keys.${name}`),
    ]),
  )
  return (
    <div className="flex flex-col gap-6">
      <header className="flex max-w-text flex-col gap-2">
        <h1>{title}</h1>
        <p className="text-lg">{t('tips:keys.lead')}</p>
        <p className="text-ink-soft">{t('tips:keys.promise')}</p>
      </header>
      <TipDeskNav unlocked={open} />
      {done && (
        <Notice tone="done" role="status">
          {t(`tips:keys.done.${done}`)}
        </Notice>
      )}
      {reply?.refused && (
        <Notice tone="danger" role="alert">
          {reply.wait ?? t(`errors:refusal.${reply.refused}`)}
        </Notice>
      )}
      <ErrorSummary errors={reply?.errors ?? {}} labels={labels} />
      <p className="max-w-text">{t(`tips:keys.standing.${standing}`)}</p>
      <div className="grid items-start gap-6 lg:grid-cols-[21rem_minmax(0,1fr)] lg:grid-rows-[auto_1fr]">
        <div className="flex flex-col gap-6">
          <Panel id="own" title={t('tips:keys.own')} hint={t(me ? 'tips:keys.changeHint' : 'tips:keys.ownHint')}>
            {me && <ChangePassphraseForm errors={reply?.errors ?? {}} />}
            <PassphraseForm errors={reply?.errors ?? {}} anew={me !== undefined} />
          </Panel>
          <Panel id="recovery" title={t('tips:keys.recovery')} hint={t('tips:keys.recoveryHint')}>
            <p>{recoveryKey.since ? t('tips:keys.since', { day: recoveryKey.since }) : t('tips:keys.missing')}</p>
            <RecoveryForm seen={recoveryKey.id} blocked={tipsKey.since !== null && !open} />
          </Panel>
        </div>
        <div className="lg:row-span-2">
          <Panel id="holders" title={t('tips:keys.holders')} hint={t('tips:keys.holdersHint')}>
            <TipHolders {...page} errors={reply?.errors ?? {}} />
          </Panel>
        </div>
        <div className="flex flex-col gap-6">
          <Panel id="key" title={t('tips:keys.key')} hint={t('tips:keys.keyHint')}>
            <p>{tipsKey.since ? t('tips:keys.since', { day: tipsKey.since }) : t('tips:keys.missing')}</p>
            {!tipsKey.since && <TipsKeyForm />}
            {tipsKey.rotationIsDue && <Notice tone="wait">{t('tips:keys.rotationDue')}</Notice>}
            <p>{t(taken ? 'tips:keys.taken' : 'tips:keys.notTaken')}</p>
          </Panel>
          {me && !me.granted && tipsKey.since && (
            <Panel id="shares" title={t('tips:keys.shares')} hint={t('tips:keys.sharesHint')}>
              <SharesForm errors={reply?.errors ?? {}} />
            </Panel>
          )}
        </div>
      </div>
    </div>
  )
}
