import { defineTexts } from '../../i18n/contract.ts'

export const texts = defineTexts(
  {
    'refusal.access.sign_in': 'Masuk dulu untuk melanjutkan.',
    'refusal.access.denied': 'Akun Anda tidak memegang tugas ini di tempat ini. Minta pengelola menambahkannya.',
    'refusal.access.no_person': 'Akun ini belum terhubung dengan data warga. Hubungkan dulu di Milik saya.',
    'refusal.access.prove_again': 'Tindakan ini penting. Masukkan lagi kata sandi Anda, lalu ulangi.',
    'refusal.access.user_name_taken': 'Nama pengguna ini sudah dipakai. Pilih nama lain.',
    'refusal.access.phone_taken': 'Nomor ini sudah dipakai akun lain.',
  },
  {
    'refusal.access.sign_in': 'Sign in first to go on.',
    'refusal.access.denied': 'Your account does not hold this duty at this place. Ask the manager to add it.',
    'refusal.access.no_person': 'This account is not linked to a resident yet. Link it in My page first.',
    'refusal.access.prove_again': 'This is a grave act. Enter your password again, then repeat it.',
    'refusal.access.user_name_taken': 'This user name is taken. Choose another.',
    'refusal.access.phone_taken': 'This number is already used by another account.',
  },
)
