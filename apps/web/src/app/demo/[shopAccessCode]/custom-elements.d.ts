import 'react'

interface EmbedAttributes extends React.HTMLAttributes<HTMLElement> {
  shop: string
  'product-id': string
}

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'afterword-reviews': EmbedAttributes
      'afterword-stars': EmbedAttributes
    }
  }
}
