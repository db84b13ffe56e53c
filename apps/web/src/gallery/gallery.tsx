'use client'

import { statusBarSpace } from '#ui/status-bar.tsx'
import { cn } from '#ui/cn.ts'
import { Actions } from './actions.tsx'
import { Fields } from './fields.tsx'
import { Marks } from './marks.tsx'
import { Surfaces } from './surfaces.tsx'

/** Every part of `ui` in its states, for people who change one and for the tests that notice it. */
export const Gallery = () => (
  <main id="gallery" className={cn('mx-auto grid max-w-page gap-8 px-4 py-6 sm:px-8', statusBarSpace)}>
    <h1 className="text-xl font-semibold">Gallery</h1>
    <Actions />
    <Fields />
    <Marks />
    <Surfaces />
  </main>
)
