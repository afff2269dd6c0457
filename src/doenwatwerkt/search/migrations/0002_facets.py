"""Which pages have which value of a filter, kept as bits; filled from the pages that are in the index already."""

from django.db import migrations, models

from doenwatwerkt.search import bits


def fill(apps, schema_editor):
    documents = apps.get_model("search", "Document").objects.order_by("title", "ref", "kind")
    found = bits.packed(documents.values_list("ref", "facets", "on").iterator())
    facet = apps.get_model("search", "Facet")
    facet.objects.bulk_create([facet(name=name, pages=pages) for name, pages in found.items()])


class Migration(migrations.Migration):
    dependencies = [
        ("search", "0001_initial"),
    ]

    operations = [
        migrations.AddField(
            model_name="document",
            name="on",
            field=models.DateField(help_text="waarop nieuw op oud wordt geordend", null=True, verbose_name="dag"),
        ),
        migrations.CreateModel(
            name="Facet",
            fields=[
                ("name", models.CharField(help_text="fase:werven; zonder dubbele punt: een volgorde", max_length=120, primary_key=True, serialize=False, verbose_name="kenmerk")),
                ("pages", models.BinaryField(verbose_name="pagina's")),
            ],
            options={"verbose_name": "kenmerk om op te kiezen"},
        ),
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]
