import { defineTexts } from '../../kernel/i18n/contract.ts'

export const texts = defineTexts(
  {
    'refusal.cli.token_unknown': 'Token ini tidak dikenal, dicabut atau lewat waktunya.',
    'refusal.cli.user_unknown': 'Tidak ada pengguna aktif bernama {name}.',
    'refusal.cli.purpose_unknown': 'Kegunaan kunci tidak dikenal. Pilih: {purposes}.',
    'refusal.cli.keys_there': 'Berkas kunci {file} sudah ada; tidak ada yang diubah.',
    'cli.keys_made': 'Berkas kunci {file} dibuat. Cadangkan folder itu sekarang, terpisah dari cadangan basis data.',
    'cli.backed_up':
      '{rows, number} baris dari {tables, number} tabel tersimpan di {file}. Simpan berkas kunci di tempat lain.',
    'cli.restored':
      '{rows, number} baris dimuat dari cadangan {takenAt}; {erased, number} orang yang sudah dihapus tetap terhapus.',
    'cli.admin_made': 'Administrator {name} dibuat.',
    'cli.one_time_password': 'Kata sandi sekali pakai: {password} (ditampilkan sekali ini saja)',
    'cli.sealed': '{entries, number} catatan disegel dalam {seals, number} segel.',
    'cli.rotated': 'Kunci baru {keyId} untuk {purpose}. Program yang sedang berjalan memakainya sendiri.',
  },
  {
    'refusal.cli.token_unknown': 'This token is unknown, revoked or too old.',
    'refusal.cli.user_unknown': 'There is no active user named {name}.',
    'refusal.cli.purpose_unknown': 'Unknown purpose of a key. Choose: {purposes}.',
    'refusal.cli.keys_there': 'The key file {file} is there already; nothing was changed.',
    'cli.keys_made': 'Key file {file} made. Back up its folder now, apart from the backups of the database.',
    'cli.backed_up': '{rows, number} rows of {tables, number} tables written to {file}. Keep the key file elsewhere.',
    'cli.restored':
      '{rows, number} rows loaded from the backup of {takenAt}; {erased, number} erased persons stay erased.',
    'cli.admin_made': 'Administrator {name} was made.',
    'cli.one_time_password': 'One-time password: {password} (shown this once)',
    'cli.sealed': '{entries, number} entries sealed in {seals, number} seals.',
    'cli.rotated': 'New key {keyId} for {purpose}. A running program takes it by itself.',
  },
)
