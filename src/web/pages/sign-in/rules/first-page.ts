/** Pages on which people work, with the roles that work there; whoever has several begins on the first. */
const workplaces: readonly { readonly href: string; readonly roles: readonly string[] }[] = [
  { href: '/kelola', roles: ['waste_manager', 'waste_city_manager', 'city_admin'] },
  { href: '/timbang', roles: ['teller'] },
  { href: '/kelola/klaim', roles: ['smart_city_team', 'auditor'] },
]

/** The page on which somebody with these roles begins; one's own account for anybody else. */
export function firstPage(roles: readonly string[]): string {
  return workplaces.find((place) => place.roles.some((role) => roles.includes(role)))?.href ?? '/akun'
}
