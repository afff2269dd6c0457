"""Why points were taken off, which interests the assessors have, and room for their organisations."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [("catalogue", "0003_source_research")]

    operations = [
        migrations.AddField("verdict", "reasons", models.JSONField(default=list, help_text="in the order of the deductions", verbose_name="redenen van aftrek")),
        migrations.AddField("verdict", "interests", models.TextField(blank=True, verbose_name="belangen van de beoordelaars")),
        migrations.AlterField("verdict", "assessor", models.CharField(help_text="organisations, never people", max_length=400, verbose_name="beoordelaar")),
        migrations.AlterField("verdict", "standing", models.CharField(max_length=400, verbose_name="status van het oordeel")),
    ]
