import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Gallery } from '#gallery/gallery.tsx'
import { showsGallery } from '#server/env.ts'

export const metadata: Metadata = { title: 'Gallery', robots: { index: false, follow: false } }

/** For those who build the product: not found wherever it is run for shops. */
const GalleryPage = () => {
  if (!showsGallery()) notFound()
  return <Gallery />
}

export default GalleryPage
