using Azure;
using FollowUp.LocalHost.Engine;

namespace FollowUp.LocalHost.TaskHub;

/// <summary>An instance as it was read. A write with this version fails if anyone else wrote in between.</summary>
internal sealed record StoredInstance(InstanceState State, IReadOnlyList<Step> History, ETag Version);
