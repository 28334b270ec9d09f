import { route } from '@react-router/dev/routes'

/** Signing in, and one's own account. */
export const signInRoutes = [
  route('masuk', './web/pages/sign-in/sign-in.tsx'),
  route('masuk/kode', './web/pages/sign-in/code.tsx'),
  route('masuk/kunci-sandi', './web/pages/sign-in/passkey.tsx'),
  route('masuk/ulang', './web/pages/sign-in/prove.tsx'),
  route('keluar', './web/pages/sign-in/sign-out.tsx'),
  route('kerja', './web/pages/sign-in/own-work.tsx'),
  route('akun', './web/pages/sign-in/account.tsx'),
  route('akun/kunci-sandi', './web/pages/sign-in/enrol-passkey.tsx'),
  route('kotak-surat', './web/pages/sign-in/mailbox.tsx'),
]
