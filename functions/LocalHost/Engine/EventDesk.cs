namespace FollowUp.LocalHost.Engine;

/// <summary>
/// Brings events and waiters together. Names are case-insensitive; the newest waiter is served first; an event that nobody
/// waits for is kept, and so is one whose waiter has given up.
/// </summary>
sealed class EventDesk
{
    readonly Dictionary<string, LinkedList<Action<string?>>> waiters = new(StringComparer.OrdinalIgnoreCase);
    readonly List<EventRaised> kept = [];

    public IReadOnlyList<EventRaised> Kept => kept;

    public bool AnyoneWaits => waiters.Values.Any(list => list.Count > 0);

    public void Raise(EventRaised raised)
    {
        if (waiters.TryGetValue(raised.Name, out LinkedList<Action<string?>>? list) && list.First is { } newest)
        {
            list.RemoveFirst();
            newest.Value(raised.Payload);
        }
        else
        {
            kept.Add(raised);
        }
    }

    /// <returns>How to stop waiting; does nothing once served.</returns>
    public Action Wait(string name, Action<string?> serve)
    {
        int index = kept.FindIndex(raised => string.Equals(raised.Name, name, StringComparison.OrdinalIgnoreCase));
        if (index >= 0)
        {
            EventRaised raised = kept[index];
            kept.RemoveAt(index);
            serve(raised.Payload);
            return () => { };
        }

        if (!waiters.TryGetValue(name, out LinkedList<Action<string?>>? list))
        {
            waiters.Add(name, list = []);
        }

        LinkedListNode<Action<string?>> node = list.AddFirst(serve);
        return () => node.List?.Remove(node);
    }
}
