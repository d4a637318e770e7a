-- What the shop sells: things for people who cross water in small boats.

insert into catalog (sku, name, description, price_cents, currency, drawing, position) values
  ('paddle', 'Ash paddle', 'Steam-bent, oiled, 132 cm. Floats, and finds its way back.', 8900, 'EUR', 'paddle', 1),
  ('compass', 'Deck compass', 'Reads true on either side of the boat.', 6400, 'EUR', 'compass', 2),
  ('dry-bag', 'Dry bag, 20 l', 'Roll it three times and nothing gets in.', 3200, 'EUR', 'bag', 3),
  ('lantern', 'Storm lantern', 'Stays lit when the rest goes dark.', 4500, 'EUR', 'lantern', 4),
  ('rope', 'Floating line, 30 m', 'For a boat that must not drift apart from another.', 2700, 'EUR', 'rope', 5),
  ('anchor', 'Folding anchor', 'Holds where you left it. 3.2 kg.', 5400, 'EUR', 'anchor', 6),
  ('float', 'Outrigger float', 'The second hull that nobody notices until the first one rolls.', 21900, 'EUR', 'float', 7),
  ('chart', 'Paper chart', 'Needs no region, no zone and no battery.', 1800, 'EUR', 'chart', 8);
