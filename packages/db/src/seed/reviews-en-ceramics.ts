import { type CeramicHandle, type ReviewText, story } from './review-text.ts'

/** What English-speaking customers wrote about ceramics. */
export const englishCeramicReviews: Readonly<Record<CeramicHandle, readonly ReviewText[]>> = {
  'stoneware-mug': [
    story(5, 'My one mug', [
      'I own eleven mugs and use one. It sits well in the hand, the handle takes three fingers, and the rim is thin enough that coffee tastes like coffee.',
    ]),
    story(5, null, ['Perfect size.']),
    story(5, 'Dishwasher every day', [
      'Four months, every single day, and the glaze looks like new. Ours are Ink and Moss.',
    ]),
    story(4, 'Nice and heavy', [
      'Keeps tea hot for a good while. A little heavy for my grandmother, so she drinks from mine when it is half empty 😄',
    ]),
    story(4, null, [
      'Each one is slightly different, which I like. If you want four that match exactly, this is not for you.',
    ]),
    story(5, 'Bought two, came back for four', [
      'We started with two for the weekend and now the whole cupboard is Sand. They stack if you turn the handles.',
      'That is how it starts! Tell us when you reach eight: there is a small shelf we make for exactly this.',
    ]),
    story(3, 'A rough foot', [
      'I like the mug, but the unglazed foot scratched our table. A bit of fine sandpaper solved it. That should have been done before it was sold.',
      'You are right, and it should have been. Since your order every foot is polished by hand. We have sent you felt pads and our apologies.',
    ]),
    story(1, 'Arrived broken', [
      'The handle was in three pieces when I opened the box. There was hardly any paper inside.',
      'We are sorry. A new mug went out the same day, and mugs now travel in a moulded box. Please do not send the pieces back.',
    ]),
    story(2, 'Gets too hot to hold', [
      'In the microwave the whole mug becomes hotter than what is in it. Fine for tea from the kettle, no good for reheating.',
    ]),
    story(5, 'Good morning', ['Bigger than a café cup, smaller than a bucket.\n\nExactly what I was looking for ☕']),
  ],
  'serving-bowl': [
    story(5, 'Sunday lunch', [
      'Holds salad for six, and it looks good enough to stay on the table empty. The speckles hide every scratch from the servers.',
    ]),
    story(5, null, ['Gorgeous!']),
    story(4, 'Heavy when full', [
      'Lovely bowl. With pasta for eight in it you want two hands and a clear path. I knew it was stoneware, so no complaints.',
    ]),
    story(5, 'Wedding present', [
      'We gave it with a bag of lemons in it. They wrote twice to say thank you, so I suppose it was a success.',
    ]),
    story(3, 'Smaller than I thought', [
      'The measurements are on the page, I just did not look. 28 cm is a salad for four, not for a party.',
    ]),
    story(1, 'Cracked in the oven', [
      'It says oven safe. Mine cracked at 180 degrees on the second use, with the gratin in it.',
      'That is alarming, and not what oven safe means. You have your money back. We have taken that batch off the shelf and are testing it.',
    ]),
    story(5, 'The glaze!', [
      'Photographs do not show how deep it is. Blue at the bottom, almost white where it is thin at the edge.',
    ]),
  ],
  teapot: [
    story(5, 'It does not drip', [
      'I have been looking for a teapot that does not drip for twenty years. This one does not drip. That is the review.',
      'Our potter Jonas threw forty spouts before this one. He has printed your review and hung it above the wheel.',
    ]),
    story(5, null, ['Pours beautifully.']),
    story(4, 'Strainer could be finer', [
      'Lovely shape and it keeps warm for half an hour. Rooibos slips through the strainer, so I use a paper filter for that.',
    ]),
    story(5, 'Afternoon ritual', ['Enough for three cups or for me and a rainy afternoon 🫖']),
    story(4, 'The lid is loose', [
      'You have to hold the lid when pouring the last cup. Everything else about it is perfect, and the celadon is a dream.',
    ]),
    story(2, 'Chipped spout', [
      'There was a small chip on the spout when I unpacked it. Not dangerous, but for 84 euros I look at it every time.',
      'You should not have to. A new one is on its way, and you may keep the chipped one for the flowers.',
    ]),
    story(5, 'Japanese in spirit', [
      'The handle never gets hot and the balance is right even when full. I gave away my iron pot.',
    ]),
  ],
  'bud-vase': [
    story(5, 'One flower is enough', [
      'A single stem from the garden and the windowsill looks like a painting. Chalk is a warm white, not a bathroom white.',
    ]),
    story(5, null, ['Small and perfect.']),
    story(4, 'Narrow neck', [
      'Takes one tulip or three thin stems. Hard to clean, but a grain of rice and warm water shaken about does it.',
    ]),
    story(4, 'Bought three', [
      'They look best in a row. One of the three is a shade darker than the others, which I have come to like.',
    ]),
    story(2, 'Sweats on wood', [
      'The unglazed one leaves a damp ring on my shelf. I keep it on a saucer now.',
      'Thank you for the warning to others. The Terracotta breathes, so it belongs on a saucer; we have added this to the page. The Chalk is glazed inside and stays dry.',
    ]),
    story(5, 'For the desk', ['It makes me pick something on my walk to work. Best thirty euros of the year.']),
  ],
}
