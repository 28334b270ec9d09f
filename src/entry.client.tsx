import { startTransition, StrictMode } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { HydratedRouter } from 'react-router/dom'
import { FrameContext, frameOfDocument } from './web/frame.tsx'

startTransition(() => {
  hydrateRoot(
    document,
    <StrictMode>
      <FrameContext value={frameOfDocument(document)}>
        <HydratedRouter />
      </FrameContext>
    </StrictMode>,
  )
})
