import { type ReviewText, story, type TextileHandle } from './review-text.ts'

/** What English-speaking customers wrote about textiles. */
export const englishTextileReviews: Readonly<Record<TextileHandle, readonly ReviewText[]>> = {
  'merino-throw': [
    story(5, 'Warmer than I expected', [
      'I bought it for how it looks and kept it for how it feels. Light enough for a summer evening outside, warm enough that we turned the heating down a notch in March.\n\nIt has been on the sofa for five months, with two children and a cat, and there is not a single pulled thread.',
      'Thank you, this made our day. If the cat ever wins, write to us: we mend our own throws free of charge.',
    ]),
    story(5, 'The colour is right', ['Rust on the page, rust on my sofa. That never happens to me.']),
    story(5, 'Gift for my mother', [
      'She is hard to please and has already told three neighbours about it. The handwritten card in the box was a lovely touch.',
    ]),
    story(5, null, ['So soft 😍']),
    story(4, 'Beautiful, slightly small for two', [
      'The wool is wonderful and the fringe is neatly finished. For one person it is perfect; for two tall people on one sofa somebody always loses a foot.',
    ]),
    story(4, 'Lovely, sheds a little at first', [
      'The first week there was some fluff on dark trousers. It stopped after airing it outside twice. No smell, no scratchiness.',
      'You did exactly the right thing: new merino lets go of its loose fibres in the first days, and airing helps more than washing.',
    ]),
    story(5, 'Second one', ['Bought Oat last winter, now Pine for the bedroom. Same weight, same quality.']),
    story(3, 'Nice throw, slow parcel', [
      'Nothing wrong with the throw itself, it is soft and well made. But it took nine days to arrive and the tracking said nothing for a week.',
      'Nine days is too long, we agree. The carrier lost sight of that van; we have changed to another for your region.',
    ]),
    story(2, 'Pilling after a month', [
      'I wanted to love it. After four weeks of normal use there are small balls of wool along the middle where we sit. For this price I expected better.',
      'We are sorry. Pilling like that should not happen so soon. We have written to you and will replace it, and would like to see the old one to learn what went wrong.',
    ]),
    story(5, 'My reading blanket', [
      'Tea, book, this. It stays where you put it and does not slide off like the fleece we had before.',
    ]),
    story(1, 'Wrong colour came', [
      'Ordered Oat, got Pine. The return was free but I had no present on the day.',
      'That was our mistake at packing, and at the worst moment. Your Oat throw left by courier the same afternoon and the Pine one is yours to keep.',
    ]),
    story(5, 'Washes well', [
      'Wool cycle, cold, dried flat over two chairs. Came out exactly as it went in. I had been putting it off for months for nothing.',
    ]),
    story(4, null, ['Heavier than the pictures suggest, in a good way. I would buy it again in a darker shade.']),
  ],
  'waffle-towels': [
    story(5, 'Finally towels that dry', [
      'Our bathroom has no window and everything stays damp. These are dry by lunch. They feel rough for the first two washes, then they turn soft.',
    ]),
    story(5, null, ['Thin, but they drink up more water than our old thick ones.']),
    story(4, 'Good after three washes', [
      'Straight out of the packet they push the water around rather than taking it up. Do wash them first, as the label says. Now I reach for them every morning.',
    ]),
    story(5, 'Holiday flat approved ✔️', [
      'We rent out a small flat and bought six sets.\nThey fold flat.\nThey dry fast.\nGuests ask where they are from.',
      'Six sets! Thank you. If you need more for the next season, write to us before you order: we keep something back for guesthouses.',
    ]),
    story(3, 'Shrank a bit', [
      'They lost about four centimetres at 60 degrees. Still usable, just good to know before you buy.',
      'Thank you for measuring. At 60 degrees the waffle draws together by about five per cent; we have now put that in the description.',
    ]),
    story(2, 'Too small for me', ['I am 1.92 m and this is more of a large hand towel. Quality is fine, size is not.']),
    story(5, 'Sage is lovely', [
      'A quiet green that goes with our old tiles. No fading so far, and we wash them every week.',
    ]),
    story(4, 'For the gym bag', [
      'Rolls up tiny. The loop could be sewn on a little stronger, mine came loose on one side and I fixed it myself.',
    ]),
  ],
  'lambswool-cushion': [
    story(5, 'Makes the whole sofa look better', [
      'The ochre is deep and warm, not yellow. The cover has a hidden zip and the filling is feather, so it keeps a good shape after a quick shake.',
    ]),
    story(5, null, ['Even prettier in real life.']),
    story(4, 'Nice, but I would like a bigger one', [
      'Lovely texture. Next to our large sofa it looks a little lost, so I ordered a second.',
    ]),
    story(4, 'Cosy', [
      'A tiny bit scratchy on bare arms, otherwise perfect. The dog has chosen it as his own, which I take as praise.',
    ]),
    story(3, 'The zip is fiddly', [
      'Beautiful wool and a good cushion. The zip catches on the lining every time I take the cover off.',
      'Thank you for telling us. The covers sewn since spring have a wider flap behind the zip; we have sent you one.',
    ]),
    story(5, 'Back support for my reading chair', [
      'Firm enough to lean on, soft enough to nap on. I am 71 and particular about both.',
    ]),
    story(2, 'Flat after six weeks', [
      'The cover is lovely. The filling went flat and no amount of shaking brings it back.',
      'That is not how it should be. A new filling is on its way to you, at no cost, and please tell us if it happens again.',
    ]),
  ],
  'wool-rug': [
    story(5, 'The best thing in our house', [
      'We saved for it for a year and I was nervous about buying a rug from a screen. I should not have been. The colours change with the light, the pile is dense, and the edges lie perfectly flat.\n\nIt came rolled on a wooden core with a note naming the two women who knotted it. We have put the note on the wall.',
      'We have passed your words on to Meena and Sarita, with a picture of the note on your wall. Thank you.',
    ]),
    story(5, null, ['Worth every cent. Quiet room, warm feet.']),
    story(4, 'Beautiful, bring a friend', [
      'It weighs 19 kilos and we live on the fourth floor. Once it was up: wonderful. Order the underlay as well, it slides on wooden boards.',
    ]),
    story(4, 'Sheds for the first weeks', [
      'Normal for new wool, I am told. Vacuum it without the brush. After a month it was over.',
    ]),
    story(3, 'Lighter than on my screen', [
      'Very well made, but the terracotta is closer to salmon in our north-facing room. We kept it in the end.',
      'North light does that to warm reds. We will gladly send you yarn samples first, should you ever choose another.',
    ]),
  ],
}
