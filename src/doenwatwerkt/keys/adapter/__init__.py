"""What we use of django-allauth: second factors and OpenID Connect, and nothing else of it. Parts are semi-private: pinned."""
