import { useEffect, useRef, useState } from 'react'
import { translator } from '../../../../kernel/i18n/contract.ts'
import type { Locale } from '../../../../kernel/i18n/contract.ts'
import { Button } from '../../../../ui/button/index.ts'
import { fieldTexts } from '../../texts/field.ts'
import { useHydrated } from './hydrated.tsx'

/** Milliseconds between two looks at the picture: often enough for a hand, and kind to an old phone. */
const LOOK_EVERY = 160
/** Edge of the picture that is looked at; a card held at a hand's length is read from this. */
const EDGE = 480

/** Reads the QR code of a card by the camera. Where there is none, nothing is shown: the search field is there. */
export function CardScan({
  locale,
  startNow,
  onFound,
}: {
  locale: Locale
  startNow: boolean
  onFound: (text: string) => void
}) {
  const t = translator(fieldTexts, locale)
  const hydrated = useHydrated()
  const [on, setOn] = useState(startNow)
  const [denied, setDenied] = useState(false)
  const video = useRef<HTMLVideoElement>(null)
  useEffect(() => {
    if (!on || video.current === null) return undefined
    return watch(video.current, onFound, () => {
      setDenied(true)
      setOn(false)
    })
  }, [on, onFound])
  if (!hydrated || !hasCamera()) return null
  return (
    <div className="card-scan">
      {on ? (
        <>
          <video ref={video} className="card-scan-picture" muted playsInline aria-label={t('field.scan.video')} />
          <p className="small soft">{t('field.scan.aim')}</p>
        </>
      ) : null}
      {denied ? <p role="alert">{t('field.scan.denied')}</p> : null}
      <Button type="button" kind="second" small icon="camera" onClick={() => setOn(!on)}>
        {on ? t('field.scan.stop') : t('field.scan.start')}
      </Button>
    </div>
  )
}

function hasCamera(): boolean {
  return typeof navigator !== 'undefined' && 'mediaDevices' in navigator && 'getUserMedia' in navigator.mediaDevices
}

/** Looks through the camera until a code is found. Answers how to stop. */
function watch(video: HTMLVideoElement, found: (text: string) => void, denied: () => void): () => void {
  let stopped = false
  let timer: ReturnType<typeof setTimeout> | undefined
  let stream: MediaStream | undefined
  const stop = () => {
    stopped = true
    clearTimeout(timer)
    for (const track of stream?.getTracks() ?? []) track.stop()
  }
  const begin = async () => {
    const given = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } })
    stream = given
    if (stopped) return stop()
    video.srcObject = given
    await video.play()
    const { default: loaded } = await import('jsqr')
    // The package is CommonJS: a bundler hands over the function, Node its module.
    const readCode = 'default' in loaded ? loaded.default : loaded
    const canvas = document.createElement('canvas')
    const look = () => {
      if (stopped) return
      const text = textIn(video, canvas, readCode)
      if (text !== undefined) {
        stop()
        found(text)
      } else timer = setTimeout(look, LOOK_EVERY)
    }
    look()
    return undefined
  }
  begin().catch(() => {
    if (!stopped) denied()
  })
  return stop
}

type ReadCode = (data: Uint8ClampedArray, width: number, height: number) => { data: string } | null

function textIn(video: HTMLVideoElement, canvas: HTMLCanvasElement, readCode: ReadCode): string | undefined {
  const scale = EDGE / Math.max(video.videoWidth, video.videoHeight, 1)
  canvas.width = Math.round(video.videoWidth * scale)
  canvas.height = Math.round(video.videoHeight * scale)
  const brush = canvas.getContext('2d', { willReadFrequently: true })
  if (brush === null || canvas.width === 0) return undefined
  brush.drawImage(video, 0, 0, canvas.width, canvas.height)
  const { data, width, height } = brush.getImageData(0, 0, canvas.width, canvas.height)
  return readCode(data, width, height)?.data || undefined
}
