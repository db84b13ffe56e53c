import { Dialog } from '#ui/dialog.tsx'

const keys = [
  ['J', 'Next review'],
  ['K', 'Previous review'],
  ['P', 'Publish'],
  ['R', 'Reject with a reason'],
  ['E', 'Write a reply'],
  ['Z', 'Undo the last action'],
  ['/', 'Search'],
  ['?', 'Show these keys'],
] as const

export const KeysDialog = ({ isOpen, onOpenChange }: { isOpen: boolean; onOpenChange: (isOpen: boolean) => void }) => (
  <Dialog isOpen={isOpen} onOpenChange={onOpenChange} title="Keys">
    <dl className="grid grid-cols-[auto_1fr] items-center gap-x-4 gap-y-2">
      {keys.map(([key, name]) => (
        <div key={key} className="contents">
          <dt>
            <kbd className="inline-grid min-w-8 place-items-center rounded-md border border-line-strong bg-sunken px-2 font-sans text-sm font-semibold">
              {key}
            </kbd>
          </dt>
          <dd>{name}</dd>
        </div>
      ))}
    </dl>
  </Dialog>
)
