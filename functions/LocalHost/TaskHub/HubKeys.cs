using System.Globalization;
using System.Text;

namespace FollowUp.LocalHost.TaskHub;

/// <summary>
/// The keys of the hub's table. One partition an instance, so that a step is one transaction. Row keys repeat the instance,
/// because the emulator looks rows up by their row key first: if all were called "instance", it would scan every one.
/// <code>
///   {instance}   inbox|{when}-{who}-{n}  a message that no step has consumed yet
///   {instance}   instance|{instance}     its state, and the latest steps of its history
///   {instance}   page|{instance}|{n}     earlier steps, written once
///   ~lease       lease                   the one active host
///   ~signals     {instance}              a standby host wrote to its inbox
/// </code>
/// </summary>
internal static class HubKeys
{
    public const string Lease = "lease";
    public const string LeasePartition = "~lease";
    public const string SignalsPartition = "~signals";
    public const string InboxFrom = "inbox|";
    public const string InboxTo = "inbox}";
    public const string InstanceFrom = "instance|";
    public const string InstanceTo = "instance}";

    public static string Instance(string partition) => InstanceFrom + partition;

    public static string Page(string partition, int number) => $"page|{partition}|{number:D6}";

    public static string Inbox(DateTimeOffset when, string who, long n) => $"inbox|{when.UtcTicks:D19}-{who}-{n:D6}";

    /// <summary>An id as a key: what keys do not take becomes <c>~</c> and four hex digits.</summary>
    public static string Partition(string instanceId)
    {
        ArgumentException.ThrowIfNullOrEmpty(instanceId);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(instanceId.Length, HubLimits.InstanceIdMax, nameof(instanceId));
        string key = Escaped(instanceId);
        return key.Length <= HubLimits.PartitionMax
            ? key
            : throw new ArgumentException(
                $"Instance id '{instanceId}' takes {key.Length} characters as a key; at most {HubLimits.PartitionMax} are allowed.",
                nameof(instanceId));
    }

    public static string Escaped(string text)
    {
        if (text.All(IsPlain))
        {
            return text;
        }

        StringBuilder key = new();
        foreach (char c in text)
        {
            _ = IsPlain(c) ? key.Append(c) : key.Append(CultureInfo.InvariantCulture, $"~{(int)c:X4}");
        }

        return key.ToString();
    }

    public static string InstanceId(string partition)
    {
        if (!partition.Contains('~'))
        {
            return partition;
        }

        StringBuilder id = new();
        for (int index = 0; index < partition.Length; index++)
        {
            if (partition[index] == '~')
            {
                id.Append((char)ushort.Parse(partition.AsSpan(index + 1, 4), NumberStyles.HexNumber, CultureInfo.InvariantCulture));
                index += 4;
            }
            else
            {
                id.Append(partition[index]);
            }
        }

        return id.ToString();
    }

    private static bool IsPlain(char c) => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '|' or '-';
}
