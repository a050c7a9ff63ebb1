"""The article on the page: layout, painting, folding, caret."""
