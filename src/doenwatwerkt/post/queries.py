"""What may be asked of the post."""

from doenwatwerkt.post.models import Letter


def unsent(pk: int) -> Letter | None:
    """The letter, if it still has to go."""
    return Letter.objects.filter(pk=pk, sent_at=None).first()
