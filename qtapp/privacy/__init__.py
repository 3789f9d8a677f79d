"""The page of personal data. Takes the session, and knows no other room."""
