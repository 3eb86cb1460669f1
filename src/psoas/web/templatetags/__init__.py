"""What templates call, without loading it: ids and doses in words, figures, links. Read `words`, then `figures`, `links`."""
