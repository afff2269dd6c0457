"""How strong a study is, where it was done, and whether it was withdrawn or corrected."""

from django.db import migrations, models
from django.db.models import Q


class Migration(migrations.Migration):

    dependencies = [("catalogue", "0002_feedback")]

    operations = [
        migrations.AddField("source", "doi", models.CharField(blank=True, max_length=200, verbose_name="DOI")),
        migrations.AddField("source", "maryland", models.PositiveSmallIntegerField(null=True, verbose_name="sterkte van de opzet (Maryland)")),
        migrations.AddField("source", "population", models.CharField(blank=True, max_length=300, verbose_name="waar en bij wie")),
        migrations.AddField("source", "correction", models.CharField(blank=True, max_length=300, verbose_name="intrekking of verbetering")),
        migrations.AddConstraint("source", models.CheckConstraint(name="source_maryland_known", condition=Q(maryland=None) | Q(maryland__in=[1, 2, 3, 4, 5]))),
    ]
