export { type Language, LanguageSwitch, Menu, type NavLink, NavList, SampleBar, SkipLink } from './frame-parts.tsx'
export { languagesAt } from './languages.ts'
