import type { Translation } from '../../kernel/i18n/contract.ts'
import type { id } from './id.ts'

export const en = {
  'web.error.not_found.title': 'There is no such page',
  'web.error.not_found.remedy': 'Check the address, or start at the front page.',
  'web.error.refused.title': 'This cannot be opened yet',
  'web.error.refused.forbidden': 'This page is not for you',
  'web.error.broken.title': 'This page cannot be opened yet',
  'web.error.broken.remedy': 'The fault is ours and has been noted. Try again in a moment.',
  'web.error.broken.reference': 'Give this number if you ask about it: {reference}',
  'web.error.home': 'To the front page',
  'web.plain.too_large.title': 'That is too large',
  'web.plain.too_large.remedy':
    'One submission may have at most {limit} MB. Make the file smaller, then send it again.',
  'web.plain.other_site.title': 'This was not sent from our site',
  'web.plain.other_site.remedy': 'Open the page on this site and send it from there.',
  'web.plain.bad_request.title': 'This address cannot be read',
  'web.plain.bad_request.remedy': 'Check the address, or start at the front page.',
  'web.error.client': 'Load this page again. What was not sent may have to be typed again.',
  'web.plain.broken.title': 'This page cannot be opened yet',
  'web.plain.broken.remedy': 'The fault is ours and has been noted. Give the number {reference} if you ask about it.',
} as const satisfies Translation<typeof id>
