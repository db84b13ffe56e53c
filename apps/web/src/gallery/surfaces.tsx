'use client'

import { useState } from 'react'
import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Notice } from '#ui/notice.tsx'
import { StatusBar } from '#ui/status-bar.tsx'
import { Table, Td, Th } from '#ui/table.tsx'
import { Part, Specimen } from './specimen.tsx'

const columns = ['Order', 'Customer', 'Product', 'Sent', 'Opened', 'Written']

const SpecimenTable = ({ label }: { label: string }) => (
  <Table label={label}>
    <thead>
      <tr>
        {columns.map((column) => (
          <Th key={column}>{column}</Th>
        ))}
      </tr>
    </thead>
    <tbody>
      {['#1042', '#1043'].map((order) => (
        <tr key={order}>
          {columns.map((column, index) => (
            <Td key={column}>{index === 0 ? order : `${column} of ${order}`}</Td>
          ))}
        </tr>
      ))}
    </tbody>
  </Table>
)

const OpenedDialog = () => {
  const [isOpen, setIsOpen] = useState(false)
  return (
    <>
      <Button onClick={() => setIsOpen(true)}>Open a dialog</Button>
      <Dialog
        isOpen={isOpen}
        onOpenChange={setIsOpen}
        title="Remove Yuna Park?"
        description="She loses access at once."
      >
        <div className="flex justify-end gap-2">
          <Button onClick={() => setIsOpen(false)}>Keep</Button>
          <Button look="danger" onClick={() => setIsOpen(false)}>
            Remove
          </Button>
        </div>
      </Dialog>
    </>
  )
}

/** What holds other things. */
export const Surfaces = () => (
  <>
    <Part title="Table">
      <Specimen name="table">
        <SpecimenTable label="Orders" />
      </Specimen>
    </Part>
    <Part title="Empty state">
      <Specimen name="empty state">
        <EmptyState title="No reviews yet" action={<Button look="primary">Send a test order</Button>}>
          The first review arrives some days after the first order.
        </EmptyState>
      </Specimen>
    </Part>
    <Part title="Dialog">
      <Specimen name="dialog closed">
        <OpenedDialog />
      </Specimen>
    </Part>
    <StatusBar>
      <div data-specimen="status bar">
        <Notice tone="good">Published. It is on the product’s page.</Notice>
      </div>
    </StatusBar>
  </>
)
