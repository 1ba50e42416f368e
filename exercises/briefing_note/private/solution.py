def note() -> str:
    return """# Atelier quantique avec des partenaires européens

## Enjeu

Deux laboratoires du Québec veulent réunir des partenaires européens avant le prochain appel de projets.
Le poste doit dire ce qu’il offre, et à quelle condition.

Demande : autoriser d’ici le 30 janvier une salle, deux invitations et une vérification préalable; aucune autre dépense.

## Contexte

Depuis l’entente signée le 3 juillet 2024, le Canada est associé au pilier II d’Horizon Europe [fact:canada-horizon-europe-2024].
Des équipes canadiennes peuvent y diriger un consortium [fact:canada-horizon-equal-terms].
CRIQUE, le cercle Québec-Europe, comptait 24 membres permanents en octobre 2023 [fact:crique-24-members] : c’est un lieu où trouver des partenaires.

## Considérations

- L’atelier sert une seule visée, la recherche bilatérale. Des talents suivront peut-être; nous ne le promettons pas.
- Une demande de subvention fédérale est refusée si un membre de l’équipe est lié à un organisme listé [fact:strac-rule] : la vérification précède donc les invitations.
- Aucun appareil ne voyage. Certains ordinateurs quantiques exigeraient un permis fédéral [fact:export-control-2024].

Incertitude : nous ne savons pas combien d’équipes déposeront une demande conjointe; aucune donnée comparable ne nous est connue.

## Recommandation

Appuyer l’atelier si la vérification est faite d’abord, puis compter dans un an les demandes conjointes déposées.

Décide : la direction chargée du réseau à l’étranger, au siège; le poste recommande.
"""
