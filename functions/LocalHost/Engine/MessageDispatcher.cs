using FollowUp.LocalHost.TaskHub;
using Microsoft.DurableTask;

namespace FollowUp.LocalHost.Engine;

/// <summary>Brings what a stored step wants to reach other instances to them. After a crash it does so again, without harm.</summary>
internal sealed class MessageDispatcher(HubTable table, InstanceCache instances, Func<string> newExecution, TimeProvider time)
{
    public async Task Dispatch(InstanceState sender, CancellationToken cancel)
    {
        foreach (Outgoing outgoing in sender.Outbox)
        {
            switch (outgoing)
            {
                case Letter letter:
                    await Dispatch(letter.To, letter.Key, letter.Message, cancel);
                    break;
                case Birth birth:
                    await CreateChild(birth, cancel);
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

    private async Task CreateChild(Birth birth, CancellationToken cancel)
    {
        DateTimeOffset now = time.GetUtcNow();
        InstanceState child = new()
        {
            Id = birth.To,
            Name = birth.Name,
            Version = birth.Version,
            Execution = newExecution(),
            Input = birth.Input,
            CreatedAt = now,
            UpdatedAt = now,
            StartAt = now,
            WorkAt = now,
            Parent = birth.Parent,
        };
        // One of this id that has ended makes room: a retry may call the same name again.
        StartAttempt start = await StartAttempt.Make(table, child, there => there.HasEnded && there.Parent != birth.Parent, cancel);
        if (start.Stored is { } stored)
        {
            instances.AddNew(new(stored));
        }
        else if (start.Existing!.Parent == birth.Parent)
        {
            // Born in an earlier try, whose answer was lost: nobody told it to begin.
            instances.Notify(birth.To, new CacheInvalidated());
        }
        else
        {
            TaskFailureDetails why = start.AlreadyExists.ToFailure();
            ChildEnded answer = new(birth.Parent.Execution, birth.Parent.Task, null, why);
            await Dispatch(birth.Parent.Instance, HubKeys.Inbox(now, birth.Parent.Execution, birth.Parent.Task), answer, cancel);
        }
    }
}
