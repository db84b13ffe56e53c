import { Check, X } from 'lucide-react'
import { Button, ButtonLink } from '#ui/button.tsx'
import { Tab, Tabs } from '#ui/tabs.tsx'
import { Part, Specimen } from './specimen.tsx'

const looks = ['primary', 'secondary', 'quiet', 'danger'] as const
const sizes = ['small', 'medium', 'large'] as const

/** What people press. */
export const Actions = () => (
  <>
    <Part title="Button">
      {looks.map((look) => (
        <Specimen key={look} name={`button ${look}`}>
          <Button look={look}>Publish</Button>
        </Specimen>
      ))}
      {looks.map((look) => (
        <Specimen key={look} name={`button ${look} disabled`}>
          <Button look={look} disabled>
            Publish
          </Button>
        </Specimen>
      ))}
      {sizes.map((size) => (
        <Specimen key={size} name={`button ${size}`}>
          <Button size={size}>
            <Check aria-hidden />
            Publish
          </Button>
        </Specimen>
      ))}
      <Specimen name="button icon">
        <Button size="icon" look="quiet" aria-label="Close">
          <X aria-hidden />
        </Button>
      </Specimen>
      <Specimen name="button waiting">
        <Button look="primary" aria-disabled aria-busy>
          Publishing…
        </Button>
      </Specimen>
      <Specimen name="button long">
        <Button>Zur Übersicht aller Bewertungen zurückkehren und alle Änderungen verwerfen</Button>
      </Specimen>
      <Specimen name="button link">
        <ButtonLink href="#gallery" look="primary">
          리뷰 보기
        </ButtonLink>
      </Specimen>
    </Part>
    <Part title="Tabs">
      <Specimen name="tabs">
        <Tabs label="Reviews">
          <Tab href="#gallery" isCurrent count={12_408}>
            Pending
          </Tab>
          <Tab href="#gallery" isCurrent={false} count={0}>
            Published
          </Tab>
          <Tab href="#gallery" isCurrent={false}>
            거절됨
          </Tab>
        </Tabs>
      </Specimen>
    </Part>
  </>
)
