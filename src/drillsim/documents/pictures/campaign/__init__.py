"""Pictures of a campaign: outages against limits, importance, coverage."""

from drillsim.documents.pictures.campaign.album import campaign_album

__all__ = ["campaign_album"]
