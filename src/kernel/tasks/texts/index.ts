import { defineTexts } from '../../i18n/contract.ts'

export const texts = defineTexts(
  {
    'refusal.task.unknown': 'Tugas ini tidak ada.',
    'refusal.task.closed_already': 'Tugas ini sudah selesai.',
    'refusal.task.no_such_user': 'Pengguna ini tidak ada atau sudah ditutup. Pilih orang lain.',
  },
  {
    'refusal.task.unknown': 'This task does not exist.',
    'refusal.task.closed_already': 'This task is closed already.',
    'refusal.task.no_such_user': 'This user does not exist or is closed. Choose somebody else.',
  },
)
