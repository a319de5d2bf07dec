import { EmergencyLinks } from './emergency-links.tsx'
import { ErrorWords } from './error-words.tsx'
import { TrialBanner } from './trial-banner.tsx'

/** An error outside every frame, as at an address that names no language: 112 first, here as everywhere. */
export function BareErrorPage({ trial }: { trial: boolean }) {
  return (
    <>
      {trial && <TrialBanner />}
      <header>
        <EmergencyLinks />
      </header>
      <main id="content" className="mx-auto max-w-page px-4">
        <ErrorWords />
      </main>
    </>
  )
}
