"""Documents as one page of HTML each, for phones and screen readers: pieces flow, nothing is measured, nothing is fetched."""
