namespace FollowUp.LocalHost;
