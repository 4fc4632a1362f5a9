using FollowUp.LocalHost.TaskHub;
using Microsoft.DurableTask;

namespace FollowUp.LocalHost.Engine;

/// <summary>
/// Delivers the outbox of a stored step to other instances. After a crash it does so again: keys make the second delivery harmless.
/// </summary>
internal sealed class MessageDispatcher(HubTable table, InstanceCache instances, Func<string> newExecution, TimeProvider time)
{
    public async Task Dispatch(InstanceState sender, CancellationToken cancel)
    {
        foreach (OutboxEntry entry in sender.Outbox)
        {
            switch (entry)
            {
                case OutgoingMessage message:
                    await Dispatch(message.To, message.Key, message.Message, cancel);
                    break;
                case ChildStart childStart:
                    await CreateChild(childStart, cancel);
                    break;
            }
        }
    }

    private async Task Dispatch(string to, string key, Message message, CancellationToken cancel)
    {
        InboxRow row = new(key, time.GetUtcNow(), message);
        await table.AddMessage(to, row, cancel);
        instances.Notify(to, row);
    }

    private async Task CreateChild(ChildStart childStart, CancellationToken cancel)
    {
        DateTimeOffset now = time.GetUtcNow();
        InstanceState child = new()
        {
            Id = childStart.To,
            Name = childStart.Name,
            Version = childStart.Version,
            Execution = newExecution(),
            Input = childStart.Input,
            CreatedAt = now,
            UpdatedAt = now,
            StartAt = now,
            WorkAt = now,
            Parent = childStart.Parent,
        };
        // One of this id that has ended is replaced: a retry may call the same name again.
        StartAttempt start = await StartAttempt.Make(table, child, there => there.HasEnded && there.Parent != childStart.Parent, cancel);
        if (start.Stored is { } stored)
        {
            instances.AddNew(new(stored));
        }
        else if (start.Existing!.Parent == childStart.Parent)
        {
            // Created by an earlier delivery whose answer was lost: nothing has queued it yet.
            instances.Notify(childStart.To, new CacheInvalidated());
        }
        else
        {
            TaskFailureDetails why = start.AlreadyExists.ToFailure();
            ChildEnded answer = new(childStart.Parent.Execution, childStart.Parent.Task, null, why);
            string key = HubKeys.Inbox(now, childStart.Parent.Execution, childStart.Parent.Task);
            await Dispatch(childStart.Parent.Instance, key, answer, cancel);
        }
    }
}
