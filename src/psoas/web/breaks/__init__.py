"""One-minute breaks that come by themselves: a page that may stand small at the side. Read `views`, then `elements/breaks`."""
