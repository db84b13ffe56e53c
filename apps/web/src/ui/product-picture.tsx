import { Package } from 'lucide-react'
import { cn } from './cn.ts'

/** A product's picture; beside its name, so it is not described again. */
export const ProductPicture = ({ src, className }: { src: string | null; className?: string }) => (
  <span
    className={cn(
      'grid shrink-0 place-items-center overflow-hidden rounded-lg border border-line bg-sunken text-ink-soft',
      className,
    )}
  >
    {src === null ? (
      <Package aria-hidden className="size-1/3" />
    ) : (
      // oxlint-disable-next-line nextjs/no-img-element -- the shop's own address, shown as it is; nothing of ours resizes it
      <img
        src={src}
        alt=""
        loading="lazy"
        decoding="async"
        referrerPolicy="no-referrer"
        className="size-full object-cover"
      />
    )}
  </span>
)
