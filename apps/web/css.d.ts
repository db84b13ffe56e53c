// Style sheets are imported for their effect.
declare module '*.css'
declare module '@fontsource-variable/inter/wght.css'
