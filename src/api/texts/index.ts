import { defineTexts } from '../../kernel/i18n/contract.ts'

export const texts = defineTexts(
  {
    'refusal.api.too_many': 'Terlalu banyak permintaan dari alamat ini. Tunggu sebentar, lalu coba lagi.',
    'api.title': 'Rujukan API',
    'api.lead': '{n, number} operasi, pertanyaan dan berkas. Dokumen OpenAPI 3.1 ada di /api/openapi.json.',
    'api.search': 'Cari nama atau isinya',
    'api.find': 'Cari',
    'api.none': 'Tidak ada yang cocok. Coba kata lain.',
    'api.input': 'Masukan',
    'api.output': 'Jawaban',
    'api.operations': 'Operasi',
    'api.queries': 'Pertanyaan',
    'api.downloads': 'Berkas',
    'api.home': 'Ke beranda',
  },
  {
    'refusal.api.too_many': 'Too many requests from this address. Wait a moment, then try again.',
    'api.title': 'API reference',
    'api.lead': '{n, number} operations, queries and files. The OpenAPI 3.1 document is at /api/openapi.json.',
    'api.search': 'Find by name or content',
    'api.find': 'Find',
    'api.none': 'Nothing matches. Try another word.',
    'api.input': 'Input',
    'api.output': 'Answer',
    'api.operations': 'Operations',
    'api.queries': 'Queries',
    'api.downloads': 'Files',
    'api.home': 'To the start page',
  },
)
