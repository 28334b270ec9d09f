const PER_SECOND = 20
const BURST = 60
const ADDRESSES_MAX = 10_000

/** A token bucket an address; the oldest addresses are forgotten, so that memory stays bounded. */
export function createGuestLimit(now: () => number = () => performance.now()): (address: string) => boolean {
  const buckets = new Map<string, { tokens: number; at: number }>()
  return (address) => {
    const at = now()
    const bucket = buckets.get(address) ?? { tokens: BURST, at }
    const tokens = Math.min(BURST, bucket.tokens + ((at - bucket.at) / 1000) * PER_SECOND)
    buckets.delete(address)
    buckets.set(address, { tokens: Math.max(0, tokens - 1), at })
    if (buckets.size > ADDRESSES_MAX) buckets.delete(buckets.keys().next().value ?? '')
    return tokens < 1
  }
}
