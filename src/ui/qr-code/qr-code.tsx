import './qr-code.css'

interface QrCodeProps {
  /** Path of the dark modules for filling, one unit each: "M0 0h7v1h-7z...", as `qrSvgPath` makes it on the server. */
  path: string
  /** Modules along one edge, without the quiet zone. */
  modules: number
  /** What it leads to, or that it is only a sample. */
  label: string
  /** Edge in pixels. */
  size?: number | undefined
}

/** Always black on white, with a quiet zone of four modules as ISO/IEC 18004 asks, so that a cheap camera reads it. */
export function QrCode({ path, modules, label, size = 120 }: QrCodeProps) {
  const edge = modules + 8
  return (
    <svg
      className="qr"
      viewBox={`-4 -4 ${edge} ${edge}`}
      width={size}
      height={size}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
    >
      <rect className="qr-paper" x="-4" y="-4" width={edge} height={edge} />
      <path className="qr-ink" d={path} />
    </svg>
  )
}
