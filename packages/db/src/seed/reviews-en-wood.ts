import { type ReviewText, story, type WoodHandle } from './review-text.ts'

/** What English-speaking customers wrote about wood. */
export const englishWoodReviews: Readonly<Record<WoodHandle, readonly ReviewText[]>> = {
  'walnut-board': [
    story(5, 'A board for life', [
      'Thick, flat, and heavy enough to stay put. I oil it once a month and it looks better than on the day it came. My knives stay sharp noticeably longer than on the bamboo one.',
    ]),
    story(5, null, ['Beautiful grain.']),
    story(4, 'Needs oil', [
      'It arrived a bit dry. Two coats of oil and it came alive. Perhaps put a small tin in the box?',
      'A good idea, and we took it: since June every board comes with a small tin of oil.',
    ]),
    story(5, 'Cheese, bread, everything', [
      'Lives on the table rather than in the kitchen. Friends always ask about it.',
    ]),
    story(3, 'Warped slightly', [
      'After three weeks it rocks a little on the counter. I may have left it wet once. It went almost flat again after a night under books.',
    ]),
    story(1, 'Split along the grain', [
      'After two months there is a crack from the edge to the middle. I never put it in the dishwasher.',
      'That should not happen in ten years, let alone two months. A new board is on its way and we would like the old one back to see why.',
    ]),
    story(4, 'Large is really large', [
      'Measure your counter first. Mine sticks out over the edge by two centimetres. Lovely piece of wood all the same.',
    ]),
  ],
  'oak-tray': [
    story(5, 'Breakfast in bed', [
      'Wide enough for two plates and two cups, and the handles are cut so that you can carry it half asleep.',
    ]),
    story(5, null, ['Solid. Simple. Good.']),
    story(4, 'Lovely tray, no feet', [
      'I stuck small felt dots under it so that it does not scratch the table. Otherwise exactly what I wanted.',
    ]),
    story(5, 'On the ottoman', ['Turns our footstool into a table. Red wine wiped straight off the surface 🍷']),
    story(2, 'Rough edge', [
      'One of the handles has a splinter on the inside. I noticed it with my thumb.',
      'Ouch, and sorry. Each handle is sanded by hand and yours was missed. A new tray is on its way.',
    ]),
    story(3, 'A little pricey', [
      'It is a good tray. It is also 64 euros for a tray. I bought it in the sale and would not have paid the full price.',
    ]),
  ],
  'beech-spoon': [
    story(5, 'The right spoon', [
      'It reaches into the corners of the pan. You do not know you need that until you have it.',
    ]),
    story(5, null, ['Cheap and cheerful.']),
    story(4, 'Soft edge', [
      'A bit thick at the front when new. After a few weeks of stirring it has worn to the right shape for my hand.',
    ]),
    story(5, 'Bought three for presents', ['Tied one to each jar of jam. They cost less than the jam 🍓']),
    story(1, 'Smells of varnish', [
      'A strong smell even after washing it three times. I would rather not cook with it.',
      'We only oil our spoons, so this worries us. You have your money back; please tell us the number burnt into the handle so that we can find its batch.',
    ]),
  ],
}
