import { createContext, useContext } from 'react'

type Rendering = {
  /** The id under which the error of this page stands in the log, or an empty text. */
  errorId: string
  /** Marks the portal's own inline scripts while the page is rendered on the server. */
  nonce?: string
}

const RenderingContext = createContext<Rendering>({ errorId: '' })

export const RenderingProvider = RenderingContext.Provider

/** What the server knows of the rendering under way. */
export const useRendering = (): Rendering => useContext(RenderingContext)
