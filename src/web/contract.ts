/** The exit code with which a development server asks to be started again. */
export const restartCode = 75

/** What the router throws for an address without a page, for a page that finds this out itself. */
export const missingPage = { status: 404, statusText: 'Not Found', internal: false, data: null } as const
