using System.Collections.Concurrent;
using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;
using Microsoft.Extensions.DependencyInjection;

namespace FollowUp.LocalHost.Hosting;

/// <summary>A method marked as a function, and how it is called.</summary>
internal sealed class FunctionMethod
{
    /// <summary>Compiled once a process: tests start host after host.</summary>
    private static readonly ConcurrentDictionary<Type, ObjectFactory> Factories = new();

    private readonly MethodInfo method;
    private readonly ObjectFactory? newOwner;

    public FunctionMethod(string name, MethodInfo method)
    {
        this.method = method;
        (Name, Parameters) = (name, method.GetParameters());
        ParameterInfo[] triggers = [.. Parameters.Where(parameter => parameter.GetCustomAttribute<TriggerBindingAttribute>() is not null)];
        TriggerParameter = triggers.Length == 1 ? triggers[0] : throw Unbindable(
            triggers.Length == 0 ? "none of its parameters has a trigger that this host knows." : "it has more than one trigger.");
        Trigger = TriggerParameter.GetCustomAttribute<TriggerBindingAttribute>()!;
        Definition = new LocalFunctionDefinition(name, method);
        NeedsNoServices = method.IsStatic && Parameters.All(parameter => parameter.ParameterType != typeof(FunctionContext));
        newOwner = method.IsStatic ? null : OwnerFactory();
    }

    public string Name { get; }

    /// <summary>Read once: the platform may return other objects for the same parameters next time, and binders compare them.</summary>
    public ParameterInfo[] Parameters { get; }

    public TriggerBindingAttribute Trigger { get; }

    public ParameterInfo TriggerParameter { get; }

    public FunctionDefinition Definition { get; }

    /// <summary>It is static and takes no context, so it cannot use the services of a scope.</summary>
    public bool NeedsNoServices { get; }

    public bool ReturnsNothing =>
        method.ReturnType == typeof(void) || method.ReturnType == typeof(Task) || method.ReturnType == typeof(ValueTask);

    /// <summary>Calls it on an object of its own, made with the services of the invocation's scope.</summary>
    public Task<object?> Call(IServiceProvider services, object?[] arguments)
    {
        object? owner = newOwner?.Invoke(services, null);
        return Result(method.Invoke(owner, BindingFlags.DoNotWrapExceptions, null, arguments, null));
    }

    public FunctionCannotBeBoundException Unbindable(string reason, Exception? cause = null) => new(Name, reason, cause);

    private async Task<object?> Result(object? returned)
    {
        switch (returned)
        {
            case Task task:
                await task;
                return ReturnsNothing ? null : ResultOf(task);
            case ValueTask task:
                await task;
                return null;
            case not null when method.ReturnType.IsGenericType && method.ReturnType.GetGenericTypeDefinition() == typeof(ValueTask<>):
                Task asTask = (Task)method.ReturnType.GetMethod(nameof(ValueTask<>.AsTask))!.Invoke(returned, null)!;
                await asTask;
                return ResultOf(asTask);
            default:
                return returned;
        }
    }

    private static object? ResultOf(Task task) => task.GetType().GetProperty(nameof(Task<>.Result))!.GetValue(task);

    private ObjectFactory OwnerFactory()
    {
        Type owner = method.DeclaringType!;
        if (owner.IsAbstract || owner.ContainsGenericParameters)
        {
            throw Unbindable($"no object of {owner} can be made to call it on.");
        }

        try
        {
            return Factories.GetOrAdd(owner, type => ActivatorUtilities.CreateFactory(type, []));
        }
        catch (InvalidOperationException failure)
        {
            throw Unbindable(failure.Message, failure);
        }
    }
}
