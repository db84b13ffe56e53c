import { ratingsTexts } from '@afterword/language/texts/ratings/texts'
import { describedBy, Field } from '#ui/field.tsx'
import { Input } from '#ui/input.tsx'
import { Select } from '#ui/select.tsx'
import { StarChoice } from '#ui/star-choice.tsx'
import { Textarea } from '#ui/textarea.tsx'
import { Part, Specimen } from './specimen.tsx'

const { en: starWords } = ratingsTexts

/** What people fill in. */
export const Fields = () => (
  <>
    <Part title="Field">
      <Specimen name="field">
        <Field id="plain" label="Shop name" hint="Customers see it in every email.">
          <Input id="plain" defaultValue="Maru Ceramics" aria-describedby={describedBy('plain')} />
        </Field>
      </Specimen>
      <Specimen name="field with an error">
        <Field id="wrong" label="Compare-at price" hint="Leave it empty for none." error="Enter an amount, e.g. 49.00.">
          <Input id="wrong" defaultValue="abc" aria-invalid aria-describedby={describedBy('wrong')} />
        </Field>
      </Specimen>
      <Specimen name="field with an error that keeps its hint">
        <Field id="kept" label="New password" hint="At least 12 characters." isHintKept error="It is too short.">
          <Input id="kept" type="password" defaultValue="short" aria-invalid aria-describedby={describedBy('kept')} />
        </Field>
      </Specimen>
      <Specimen name="field with a counter">
        <Field id="counted" label="Reply" note={<span>1,204 of 2,000</span>}>
          <Textarea id="counted" defaultValue="고맙습니다. 다음에도 좋은 제품으로 찾아뵙겠습니다." />
        </Field>
      </Specimen>
      <Specimen name="field disabled">
        <Field id="off" label="Access code">
          <Input id="off" defaultValue="maru" disabled />
        </Field>
      </Specimen>
      <Specimen name="field empty and large">
        <Field id="large" label="Headline">
          <Input id="large" size="large" placeholder="What would you tell a friend?" />
        </Field>
      </Specimen>
      <Specimen name="textarea large">
        <Field id="text" label="Your review">
          <Textarea id="text" size="large" />
        </Field>
      </Specimen>
      <Specimen name="select">
        <Field id="select" label="Sort by">
          <Select id="select">
            <option>Newest</option>
            <option>Lowest rating</option>
          </Select>
        </Field>
      </Specimen>
    </Part>
    <Part title="Star choice">
      {[null, 4].map((rating) => (
        <Specimen key={rating} name={rating === null ? 'star choice' : `star choice ${rating}`}>
          <StarChoice
            name={`rating-${rating ?? 'none'}`}
            legend="Your rating"
            prompt="Tap a star"
            words={starWords}
            defaultValue={rating}
            errorId={`rating-${rating ?? 'none'}-error`}
          />
        </Specimen>
      ))}
      <Specimen name="star choice with an error">
        <StarChoice
          name="rating-wrong"
          legend="Your rating"
          prompt="Tap a star"
          words={starWords}
          defaultValue={null}
          error="Please choose a rating."
          errorId="rating-wrong-error"
        />
      </Specimen>
    </Part>
  </>
)
